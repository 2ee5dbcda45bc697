//! Every shape of feed that has been seen gives the same adverts.

use fingerpost::domain::advert::Advert;
use fingerpost::feed::{self, Format, Loss, Reading};
use jiff::civil::date;

use super::program::{advert, results};

fn read(text: &str) -> Reading {
    feed::read(text.as_bytes())
}

/// The one advert of a feed, with nothing wrong.
fn only(text: &str) -> Advert {
    let reading = read(text);
    assert_eq!(reading.faults, [], "{text}");
    let [advert] = <[Advert; 1]>::try_from(reading.adverts).expect("one advert");
    advert
}

#[test]
fn an_advert_of_nhs_jobs_has_all_its_parts() {
    let text = results(
        &[advert(
            "X0000-26-0001",
            "Divisional Director of Operations",
            "Example Coast NHS Foundation Trust",
            "&#163;109179.00 to &#xA3;125637.00",
            "2026-12-14",
        )],
        1,
        1,
    );
    assert_eq!(
        only(&text),
        Advert {
            reference: "X0000-26-0001".into(),
            title: "Divisional Director of Operations".into(),
            employer: "Example Coast NHS Foundation Trust".into(),
            pay_text: "£109179.00 to £125637.00".into(),
            pay_min: Some(109_179),
            pay_max: Some(125_637),
            contract: "Permanent".into(),
            town: "Exampleton".into(),
            postcode: "ZZ1 1AA".into(),
            posted: Some(date(2026, 11, 20)),
            closes: Some(date(2026, 12, 14)),
            url: "https://www.jobs.nhs.uk/candidate/jobadvert/X0000-26-0001".into(),
            ..Advert::default()
        }
    );
}

#[test]
fn the_root_and_the_place_of_the_totals_do_not_matter() {
    let one = advert("X-1", "Matron", "A", "", "2026-12-14");
    let totals = "<totalPages>3</totalPages><totalResults>201</totalResults>";
    let wanted = only(&results(std::slice::from_ref(&one), 1, 1));
    for text in [
        format!("<nhsSearch>{totals}{one}</nhsSearch>"),
        format!("<?xml version='1.0' encoding='UTF-8'?>\n<anything>{one}{totals}</anything>"),
        format!("<n:root xmlns:n='urn:x'><list>{one}</list>{totals}</n:root>"),
        format!("<!-- page --><r>{totals}<other><title>no advert</title></other>{one}</r>"),
    ] {
        assert_eq!(only(&text), wanted, "{text}");
        assert_eq!((read(&text).totals.pages, read(&text).totals.results), (Some(3), Some(201)));
    }
}

#[test]
fn an_empty_answer_is_an_answer() {
    let reading = read("<nhsJobs><totalPages>0</totalPages><totalResults>0</totalResults></nhsJobs>");
    assert_eq!((reading.format, reading.adverts.len(), reading.faults.len()), (Some(Format::NhsJobs), 0, 0));
}

#[test]
fn places_are_found_however_they_are_nested() {
    for place in [
        "<locations><location>King&apos;s Lynn, PE30 4ET</location><location>Ely, CB7 4EX</location></locations>",
        "<locations><locations>King's Lynn, PE30 4ET</locations></locations>",
        "<location><location>King's Lynn, PE30 4ET</location></location>",
        "<location>King's Lynn, PE30 4ET</location><location>Ely, CB7 4EX</location>",
        "<locations>\n  <location/>\n  <location>\n King's Lynn, PE30 4ET </location></locations>",
        "<locations><location><![CDATA[King's Lynn, PE30 4ET]]></location></locations>",
    ] {
        let one = only(&format!(
            "<r><vacancyDetails><reference>X-1</reference><title>Matron</title>{place}</vacancyDetails></r>"
        ));
        assert_eq!((one.town.as_str(), one.postcode.as_str()), ("King's Lynn", "PE30 4ET"), "{place}");
    }
}

#[test]
fn elements_may_be_missing_or_empty() {
    let one =
        only("<r><vacancyDetails><id/><reference>X-1</reference><title>Matron</title><salary/></vacancyDetails></r>");
    assert_eq!(one, Advert { reference: "X-1".into(), title: "Matron".into(), ..Advert::default() });
    let by_url = "<r><vacancyDetails><title>Matron</title><url>https://beta.jobs.nhs.uk/candidate/jobadvert/C1-2</url>\
                  </vacancyDetails></r>";
    assert_eq!(only(by_url).reference, "C1-2");
    let reading = read(
        "<r>\n<vacancyDetails><reference>X-1</reference></vacancyDetails>\n\
                        <vacancyDetails><title>Matron</title></vacancyDetails></r>",
    );
    let faults: Vec<(Loss, usize)> = reading.faults.iter().map(|fault| (fault.loss, fault.line)).collect();
    assert_eq!(faults, [(Loss::Advert, 2), (Loss::Advert, 3)]);
    assert!(reading.adverts.is_empty() && !reading.is_lost());
}

#[test]
fn the_feed_before_2022_is_read_by_its_old_names() {
    let one = only(
        "<jobs><number_of_jobs_found>1</number_of_jobs_found><vacancy_details><id>9</id>\
         <job_reference>164-1</job_reference><job_title>Matron</job_title><job_employer>A Trust</job_employer>\
         <job_type>Permanent</job_type><job_salary>£30000</job_salary><job_location>Crewe</job_location>\
         <job_closedate>06/03/2021</job_closedate><job_postdate>12/02/2021</job_postdate></vacancy_details></jobs>",
    );
    assert_eq!((one.reference.as_str(), one.town.as_str(), one.pay_min), ("164-1", "Crewe", Some(30_000)));
    assert_eq!((one.posted, one.closes), (Some(date(2021, 2, 12)), Some(date(2021, 3, 6))));
}

#[test]
fn the_nhsbsas_vacancies_are_read() {
    let text = "VACANCY_ID,JOB_REFERENCE,EMPLOYER_NAME,JOB_TITLE,STAFF_GROUP,AREA_OF_WORK,PAY_BAND,SALARY_RANGE_MIN,\
                SALARY_RANGE_MAX,FIXED_SALARY,SALARY_TIME_UNIT,CONTRACT_TYPE,FIXED_TERM_DURATION_MONTHS,WORKING_PATTERN,\
                EMPLOYER_POSTCODE,REGION\n\
                1,C9275-26-1,Medway NHS Foundation Trust,Matron,N,A,BAND_8A,57528,64750,,YEAR,PERMANENT,,,ME7 5NY,SOUTH_EAST\n\
                2,C9275-26-2,Medway NHS Foundation Trust,Bank matron,N,A,BAND_8A,,,28.50,HOUR,BANK,,,ME7 5NY,SOUTH_EAST\n";
    let reading = read(text);
    assert_eq!((reading.format, reading.faults.len()), (Some(Format::Nhsbsa), 0));
    let [matron, bank] = <[Advert; 2]>::try_from(reading.adverts).expect("two adverts");
    assert_eq!((matron.pay_min, matron.pay_max, matron.grade.as_str()), (Some(57_528), Some(64_750), "Band 8a"));
    assert_eq!((matron.contract.as_str(), matron.region.as_str()), ("Permanent", "South East"));
    assert_eq!((bank.pay_min, bank.pay_max, bank.pay_text.as_str()), (None, None, "£28.50 Hour"));
}

#[test]
fn a_table_of_ones_own_needs_three_columns() {
    let one = only("Title;Organisation;advert_ref\n\"Matron; surgery\";Harbour Trust;H-1\n");
    assert_eq!(
        (one.title.as_str(), one.employer.as_str(), one.reference.as_str()),
        ("Matron; surgery", "Harbour Trust", "H-1")
    );
    let missing = read("title,closing\nMatron,2026-12-14\n");
    assert!(missing.is_lost());
    let message = &missing.faults[0].message;
    assert!(message.contains("missing: organisation, advert_ref") && message.contains("\"closing\""), "{message}");
    let rows = read(
        "title,organisation,advert_ref,pay_min_gbp,pay_max_gbp\n,A,1\nMatron,,2\n\nMatron,A,3,9,8\nMatron,A,4,\"57,528\",\n",
    );
    let faults: Vec<(Loss, usize)> = rows.faults.iter().map(|fault| (fault.loss, fault.line)).collect();
    assert_eq!(faults, [(Loss::Advert, 2), (Loss::Advert, 3), (Loss::Detail, 5)]);
    assert_eq!(rows.adverts.iter().map(|advert| advert.pay_min).collect::<Vec<_>>(), [None, Some(57_528)]);
}

#[test]
fn the_packs_own_table_can_be_imported() {
    let table = include_bytes!("../../assets/england/postings.csv");
    let reading = feed::read(table);
    assert_eq!((reading.format, reading.adverts.len()), (Some(Format::Plain), 45));
    assert!(reading.faults.iter().all(|fault| fault.message.contains("is not on NHS Jobs")), "{:?}", reading.faults);
}
